Your ${brand.portalName} access request was submitted for review
