// Reads a mailbox by JavaMail over IMAP and checks what it finds: a test that needs no framework.
//
//     mock-exchange-2003 exec --imaps-port 0 -- java -cp /usr/share/java/javax.mail.jar:/usr/share/java/javax.activation.jar MailReader.java

import java.io.FileInputStream;
import java.net.URI;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.mail.Folder;
import javax.mail.Message;
import javax.mail.Session;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

public class MailReader {
    public static void main(String[] args) throws Exception {
        URI server = URI.create(setting("IMAPS_URL"));
        Properties options = new Properties();
        options.put("mail.imaps.ssl.socketFactory", trusting(setting("CA_FILE")).getSocketFactory());
        options.put("mail.imaps.ssl.checkserveridentity", "true");
        options.put("mail.imaps.socketFactory.fallback", "false");
        try (var store = Session.getInstance(options).getStore("imaps")) {
            // JavaMail finds no addresses in certificates, but names.
            store.connect("localhost", server.getPort(), setting("USER"), setting("PASSWORD"));
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                System.out.println("INBOX: " + inbox.getMessageCount() + " messages");
                check("the inbox holds mail", inbox.getMessageCount() > 0);
                for (Message message : inbox.getMessages()) {
                    check("message " + message.getMessageNumber() + " has a sender", message.getFrom().length > 0);
                    message.getContent();
                }
            }
        }
        System.out.println("all as expected");
    }

    /** Trusts what the authority in this file has signed, and nothing else. */
    static SSLContext trusting(String file) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null);
        try (var pem = new FileInputStream(file)) {
            trusted.setCertificateEntry("mock", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    static String setting(String name) {
        return System.getenv("MOCK_EXCHANGE_" + name);
    }

    static void check(String what, boolean isSo) {
        if (!isSo) throw new AssertionError("not so: " + what);
    }
}
