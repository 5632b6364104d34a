-- Bytes by their own hash: pictures, report files, letters, files handed out. Never updated; a repeat is the same row.
create table file (
  sha256       text not null primary key,
  content_type text not null,
  bytes        {bytes} not null
);
