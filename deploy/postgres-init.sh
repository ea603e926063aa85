#!/bin/sh
# Once, when the database container is made: the role that owns the record. No superuser, so that the rules of the history hold for it.
set -eu
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres -v password="$PARLEY_PASSWORD" <<'SQL'
create role parley login createrole password :'password';
create database parley owner parley;
SQL
