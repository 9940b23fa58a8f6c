package io.tidings.testkit;

class ReferencePortTest extends EmailPortContract {

    @Override
    protected Rig rig() {
        return new ReferencePort().rig();
    }
}
