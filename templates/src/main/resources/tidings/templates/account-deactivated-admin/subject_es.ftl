Se desactivó una cuenta inactiva de ${brand.portalName}
