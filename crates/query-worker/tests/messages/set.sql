-- class: none: no query
-- fault: set
-- fixed: select 1
set datafusion.execution.batch_size = '1'
