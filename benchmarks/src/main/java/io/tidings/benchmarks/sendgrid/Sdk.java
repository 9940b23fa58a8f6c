package io.tidings.benchmarks.sendgrid;

import com.sendgrid.Client;
import com.sendgrid.Method;
import com.sendgrid.Request;
import com.sendgrid.Response;
import com.sendgrid.SendGrid;
import com.sendgrid.helpers.mail.Mail;
import java.io.IOException;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/** SendGrid's own SDK. */
final class Sdk {

    private final SendGrid client;

    private Sdk(SendGrid client, int port) {
        this.client = client;
        client.setHost("127.0.0.1:" + port);
    }

    /** As its README says, but without TLS. */
    static Sdk asDocumented(int port) {
        return new Sdk(new SendGrid(Notice.KEY, true), port);
    }

    static Sdk withPool(int port, int connections) {
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
        pool.setMaxTotal(connections);
        pool.setDefaultMaxPerRoute(connections);
        Client http = new Client(HttpClients.custom().setConnectionManager(pool).build(), true);
        return new Sdk(new SendGrid(Notice.KEY, http), port);
    }

    Response send(Mail mail) throws IOException {
        Request request = new Request();
        request.setMethod(Method.POST);
        request.setEndpoint("mail/send");
        request.setBody(mail.build());
        Response response = client.api(request);
        if (response.getStatusCode() != 202) {
            throw new IllegalStateException("not accepted: " + response.getStatusCode());
        }
        return response;
    }
}
