"""The domain core: what a report is, how it is kept, who may read it. No Qt, no sockets."""

APP_VERSION = "0.1.0"
