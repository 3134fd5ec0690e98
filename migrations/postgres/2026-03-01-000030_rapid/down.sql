drop table alert_asked;
drop table alert_ears;
drop table alerts;
drop table rapid_steps;
drop table rapids;
