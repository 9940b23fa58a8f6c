Recibimos su solicitud de acceso a ${brand.portalName}
