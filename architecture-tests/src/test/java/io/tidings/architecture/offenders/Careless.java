package io.tidings.architecture.offenders;

import freemarker.template.Template;
import java.time.Instant;
import java.util.logging.Logger;

/** Breaks one rule of shape with every line. */
public class Careless {
    static int counter;
    public Template template;

    public Template getTemplate() throws InterruptedException {
        Thread.sleep(1);
        Logger.getGlobal().info(Instant.now().toString());
        System.out.println(counter);
        return template;
    }
}
