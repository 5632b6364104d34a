-- Files no row pointed to when last looked, and since when (machine time). They are deleted after a while: a copy of the books taken before may still
-- point to them, and the files are copied after the books.
create table unused (
  sha256 text not null primary key,
  since  {int} not null
);
