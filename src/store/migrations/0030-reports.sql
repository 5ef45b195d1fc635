-- The few facts that correct others: a count must know beforehand which facts it will need again.
create index fact_corrected on fact (ord) where type = 'fact.corrected';
