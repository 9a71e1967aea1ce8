"""iCalendar: the file that brings the calendar into Google Calendar, Outlook, Apple and their like."""
