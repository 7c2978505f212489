-- One below the other: a row for each path and status. The table asks for classes, side by side.
SELECT endpoint, status, count(*) AS requests
FROM requests
GROUP BY endpoint, status;
