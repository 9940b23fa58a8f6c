Your ${brand.portalName} account was deactivated
