drop table pulse_hands;
drop table pulses;
