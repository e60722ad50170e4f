"""Links in exports: only in the summary, since nothing is answered."""

from workshop.activities.activity import RoundCounts
from workshop.activities.link import LinkActivity
from workshop.exports.kinds.base import KindExports


class LinkExports(KindExports[LinkActivity, RoundCounts]):
    """Nothing but that it was shown."""
