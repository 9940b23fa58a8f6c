Your access to ${brand.portalName} was approved
