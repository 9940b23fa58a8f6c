<#import "/layout/text.ftl" as mail>
<@mail.frame firstName>
We received your request for access to ${brand.portalName}
from ${organisation}.

It is now being reviewed, and we will write to you as soon as it is decided.
You can see its status here:

${brand.accessStatusUrl}

If you did not ask for access, or if you need help, please let us know.
</@mail.frame>
