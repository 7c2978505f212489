-- Every endpoint with its share of failed requests, 1 to 14 March.
with counted as (
  select method,
         endpoint,
         count(*) as requests,
         sum(case when status >= 500 then 1 else 0 end) as failed
  from requests
  where ts >= timestamp '2026-03-01 00:00:00'
    and ts < timestamp '2026-03-15 00:00:00'
  group by method, endpoint
)
select method, endpoint, requests, failed, round(100.0 * failed / requests, 2) as error_rate
from counted
order by error_rate desc;
