"""The parts of an Office file (a ZIP archive of XML), none of them larger than it may be."""

import io
import zipfile
import zlib

from lxml import etree  # type: ignore[import-untyped]

from quizzes.text.errors import UnreadableFileError

MOST_BYTES = 64 * 2**20  # of one part, unpacked

_OLE = b"\xd0\xcf\x11\xe0"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError)


class Archive:
    """An Office file; raises UnreadableFileError ("damaged", "encrypted", "too_complex")."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise UnreadableFileError("encrypted" if _OLE_ENCRYPTED in data else "damaged")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise UnreadableFileError("damaged") from None
        self._names = frozenset(self._zip.namelist())

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str) -> bytes:
        """The part `name`, which its declared and its actual size keep below `MOST_BYTES`."""
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise UnreadableFileError("encrypted")
        if info.file_size > MOST_BYTES:
            raise UnreadableFileError("too_complex")
        try:
            with self._zip.open(info) as part:
                data = part.read(MOST_BYTES + 1)
        except _BROKEN:
            raise UnreadableFileError("damaged") from None
        if len(data) > MOST_BYTES:
            raise UnreadableFileError("too_complex")
        return data


def check_no_entities(data: bytes) -> None:
    """Raises "damaged" for a document type: Office files have none, bombs have."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data[:64]:
        raise UnreadableFileError("damaged")


def tree(data: bytes) -> etree._Element:
    """The root of a part."""
    check_no_entities(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise UnreadableFileError("damaged") from None
