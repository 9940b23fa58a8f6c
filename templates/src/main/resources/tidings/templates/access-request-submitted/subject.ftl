We received your request for access to ${brand.portalName}
