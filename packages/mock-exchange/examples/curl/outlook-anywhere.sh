#!/bin/sh
# Asks with curl whether Outlook Anywhere is there, as a monitoring script does.
#
#     mock-exchange-2003 exec -- sh outlook-anywhere.sh
set -eu

proxy="$MOCK_EXCHANGE_URL/rpc/rpcproxy.dll?EXCH-MSG-1:6001"

status() { curl --silent --output /dev/null --write-out '%{http_code}' --cacert "$MOCK_EXCHANGE_CA_FILE" "$@"; }

expect() {
  [ "$2" = "$3" ] || { echo "$1: $2 instead of $3"; exit 1; }
  echo "$1: $2"
}

expect 'without a name' "$(status -X RPC_OUT_DATA -H 'Content-Length: 0' "$proxy")" 401
expect 'with a name, by Basic' \
  "$(status -X RPC_OUT_DATA -H 'Content-Length: 0' --basic --user "$MOCK_EXCHANGE_USER:$MOCK_EXCHANGE_PASSWORD" "$proxy")" 200
expect 'with a name, by NTLM' \
  "$(status -X RPC_OUT_DATA -H 'Content-Length: 0' --ntlm --user "$MOCK_EXCHANGE_USER:$MOCK_EXCHANGE_PASSWORD" "$proxy")" 200
expect 'the virtual directory' "$(status --user "$MOCK_EXCHANGE_USER:$MOCK_EXCHANGE_PASSWORD" "$MOCK_EXCHANGE_URL/rpc/")" 403
