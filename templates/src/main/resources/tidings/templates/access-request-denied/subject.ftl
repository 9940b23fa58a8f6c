Your ${brand.portalName} access request was denied
