-- What a job has counted so far stands beside how far it is: the closing fact of a job that was killed is exact.
alter table job add column tally text not null default '{"counts":{},"refused":[]}';
create index job_running on job (started_at) where state = 'running';
