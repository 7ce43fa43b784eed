"""A GPS receiver on a USB or serial port, listened to while somebody waits for a position."""
