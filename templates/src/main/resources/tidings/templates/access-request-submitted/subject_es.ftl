Su solicitud de acceso a ${brand.portalName} se envió a revisión
