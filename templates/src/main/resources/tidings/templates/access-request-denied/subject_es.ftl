Se denegó su solicitud de acceso a ${brand.portalName}
