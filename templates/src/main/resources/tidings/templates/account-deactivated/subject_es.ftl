Se desactivó su cuenta de ${brand.portalName}
