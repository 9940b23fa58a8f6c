An inactive ${brand.portalName} account was deactivated
