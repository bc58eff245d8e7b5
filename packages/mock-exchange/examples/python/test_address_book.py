"""Reads the address book of an Exchange server by impacket: the tool under test, and its tests.

    mock-exchange-2003 exec -- python3 -m unittest test_address_book
"""
import json
import os
import unittest

from impacket.dcerpc.v5 import nspi, transport

DISPLAY_NAME, ADDRESS = 0x3001001F, 0x39FE001F


def address_book(server, account, password):
    """Names and addresses of everybody whom the global address list shows."""
    rpc = transport.DCERPCTransportFactory('ncacn_http:%s[6004,RpcProxy=127.0.0.1:443]' % server['exchangeServer'])
    rpc.set_credentials(account['userName'], password, account['domain'], '', '')
    rpc.set_rpc_proxy_url(server['url'] + '/rpc/rpcproxy.dll')
    dce = rpc.get_dce_rpc()
    dce.set_credentials(account['userName'], password, account['domain'], '', '')
    dce.set_auth_level(6)
    dce.connect()
    dce.bind(nspi.MSRPC_UUID_NSPI)
    handle = nspi.hNspiBind(dce)['contextHandle']
    answer = nspi.hNspiQueryRows(dce, handle, Count=1000, pPropTags=[DISPLAY_NAME, ADDRESS])
    rows = nspi.simplifyPropertyRowSet(answer['ppRows'])
    dce.disconnect()
    return {str(row[DISPLAY_NAME]).rstrip('\0'): str(row.get(ADDRESS, '')).rstrip('\0') for row in rows}


class AddressBook(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(os.environ['MOCK_EXCHANGE_READY_FILE'], encoding='utf-8') as file:
            cls.server = json.load(file)
        cls.ann = next(account for account in cls.server['accounts'] if account['userName'] == 'annb')

    def test_shows_everybody(self):
        book = address_book(self.server, self.ann, self.ann['password'])
        self.assertEqual(book['Ann Beebe'], 'annb@contoso.com')
        self.assertGreater(len(book), 12)

    def test_shows_nothing_to_who_has_no_password(self):
        with self.assertRaisesRegex(Exception, "401"):
            address_book(self.server, self.ann, 'wrong')


if __name__ == '__main__':
    unittest.main()
