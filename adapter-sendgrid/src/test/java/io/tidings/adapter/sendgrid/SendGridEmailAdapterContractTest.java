package io.tidings.adapter.sendgrid;

import io.tidings.testkit.EmailPortContract;
import io.tidings.testkit.ReceivedMessage;
import io.tidings.testkit.Rig;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class SendGridEmailAdapterContractTest extends EmailPortContract {

    @Override
    protected Rig rig() {
        SendGridSimulator simulator = SendGridSimulator.start();
        SendGridEmailAdapter adapter = new SendGridEmailAdapter(Adapters.config(simulator));
        return new Rig(adapter, () -> asRead(simulator.received()), simulator::close);
    }

    /** The API wants headers encoded; a mail program decodes them. */
    private static List<ReceivedMessage> asRead(List<ReceivedMessage> messages) {
        return messages.stream()
                .map(message -> {
                    Map<String, String> headers = new LinkedHashMap<>();
                    message.headers().forEach((name, value) -> headers.put(name, EncodedWords.decode(value)));
                    return new ReceivedMessage(
                            message.id(),
                            message.from(),
                            message.replyTo(),
                            message.to(),
                            message.cc(),
                            message.envelope(),
                            message.subject(),
                            message.html(),
                            message.text(),
                            message.attachments(),
                            headers,
                            message.visible(),
                            message.tags(),
                            message.metadata(),
                            message.sendAt());
                })
                .toList();
    }
}
