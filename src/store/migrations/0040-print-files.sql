-- Pages of printed letters wait under a key of their own until somebody takes them. Never in a generation (design 1, "Files").
create table print_file (
  batch text not null,
  file int not null,
  epoch int not null,
  wrapped bytea not null,
  primary key (batch, file)
);
create table print_part (
  batch text not null,
  file int not null,
  part int not null,
  sealed bytea not null,
  primary key (batch, file, part)
);
grant select, insert, delete on print_file, print_part to {writer};
grant select on print_file, print_part to {reader};
