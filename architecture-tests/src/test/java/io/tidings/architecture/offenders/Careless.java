package io.tidings.architecture.offenders;

import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** Breaks one rule of shape or more with every line. */
public class Careless {
    static int counter;
    public int open;
    protected int ajar;

    public int getCounter() throws InterruptedException {
        Thread.sleep(1);
        TimeUnit.DAYS.sleep(1);
        Logger.getGlobal().info("");
        System.out.println(counter);
        System.err.println(counter);
        new IllegalStateException().printStackTrace();
        return counter;
    }
}
