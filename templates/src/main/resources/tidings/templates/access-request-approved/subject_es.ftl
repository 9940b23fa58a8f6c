Se aprobó su acceso a ${brand.portalName}
