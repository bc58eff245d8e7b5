"""Reads a mailbox by imaplib, which comes with Python.

    mock-exchange-2003 exec --imaps-port 0 -- python3 -m unittest test_mail
"""
import email
import email.policy
import imaplib
import os
import ssl
import unittest
from urllib.parse import urlsplit


class Mail(unittest.TestCase):
    def setUp(self):
        server = urlsplit(os.environ['MOCK_EXCHANGE_IMAPS_URL'])
        trusting = ssl.create_default_context(cafile=os.environ['MOCK_EXCHANGE_CA_FILE'])
        self.imap = imaplib.IMAP4_SSL(server.hostname, server.port, ssl_context=trusting)
        self.imap.login(os.environ['MOCK_EXCHANGE_USER'], os.environ['MOCK_EXCHANGE_PASSWORD'])
        self.addCleanup(self.imap.logout)

    def test_every_message_of_the_inbox_can_be_read(self):
        _, [count] = self.imap.select('INBOX', readonly=True)
        _, [numbers] = self.imap.search(None, 'ALL')
        self.assertEqual(len(numbers.split()), int(count))
        for number in numbers.split():
            _, [(_, source), *_] = self.imap.fetch(number, '(BODY.PEEK[])')
            message = email.message_from_bytes(source, policy=email.policy.default)
            self.assertTrue(message['From'], number)
            self.assertEqual(message.defects, [], number)

    def test_a_wrong_password_is_refused(self):
        server = urlsplit(os.environ['MOCK_EXCHANGE_IMAPS_URL'])
        trusting = ssl.create_default_context(cafile=os.environ['MOCK_EXCHANGE_CA_FILE'])
        with imaplib.IMAP4_SSL(server.hostname, server.port, ssl_context=trusting) as other:
            with self.assertRaises(imaplib.IMAP4.error):
                other.login('annb', 'wrong')


if __name__ == '__main__':
    unittest.main()
