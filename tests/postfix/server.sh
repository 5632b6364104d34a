#!/bin/sh
# A mail server of our own in a folder of its own: Postfix with TLS on 465 and 587, logins checked by Dovecot.
#   server.sh make DIR ADDRESS HOST USER PASSWORD   lays it out (DIR/etc/server.pem and server.key are there already)
#   server.sh start DIR | server.sh stop DIR
# Needs root (Postfix does) and the packages postfix and dovecot-core; installs nothing. Ends only what it started.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
verb=$1 dir=$2
PATH=$PATH:/usr/sbin
mkdir -p "$dir/log"
exec < /dev/null >> "$dir/log/$verb.txt" 2>&1 # the servers keep these open, so no pipe to the test

make() {
  for name in main.cf master.cf dovecot.conf; do
    sed -e "s|@DIR@|$dir|g" -e "s|@ADDRESS@|$2|g" -e "s|@HOST@|$3|g" \
      -e "s|@UID@|$(id -u postfix)|g" -e "s|@GID@|$(id -g postfix)|g" "$here/$name" > "$dir/etc/$name"
  done
  # One maildir for all of @example.org (Delivered-To tells whose), but unknown@example.org, who does not exist.
  printf '%s\n' 'if !/^unknown@/' '/@example\.org$/ all/' endif > "$dir/etc/mailboxes"
  echo '/^(.+@example\.org)$/ $1' > "$dir/etc/senders"
  echo "$4:{PLAIN}$5::::::" > "$dir/etc/passwd"
  chmod 755 "$dir" "$dir/etc" && chmod 600 "$dir/etc/server.key" "$dir/etc/passwd" && chown dovecot "$dir/etc/passwd"
  mkdir -p "$dir/queue" "$dir/data" "$dir/mail" "$dir/dovecot" "$dir/dovecot-state"
  chown postfix "$dir/data" "$dir/mail"
}

start() {
  # A fatal mistake in the configuration is told to a terminal only; check says it on stderr.
  postfix -c "$dir/etc" check
  postfix -c "$dir/etc" start
  dovecot -c "$dir/etc/dovecot.conf"
}

stop() {
  postfix -c "$dir/etc" stop || true
  doveadm -c "$dir/etc/dovecot.conf" stop || true
}

case $verb in
  make) make "$dir" "$3" "$4" "$5" "$6" ;;
  start) start ;;
  stop) stop ;;
esac
