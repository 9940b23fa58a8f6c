package io.tidings.templates.catalogue;

import io.tidings.templates.FreeMarkerConfig;
import io.tidings.templates.verify.TemplateVerifier;
import org.junit.jupiter.api.Test;

class CatalogueVerificationTest {

    @Test
    void everyTemplateFitsItsRecord() {
        TemplateVerifier.of(FreeMarkerConfig.defaults())
                .types(
                        AccessRequestApproved.class,
                        AccessRequestCount.class,
                        AccessRequestDenied.class,
                        AccessRequestSubmitted.class,
                        AccountDeactivated.class,
                        AccountDeactivatedAdmin.class,
                        AccountDeactivationWarning.class,
                        DataSubmissionFailed.class,
                        DataSubmitted.class,
                        StuckFiles.class,
                        UpcomingSubmissionDeadline.class)
                .verify();
    }
}
