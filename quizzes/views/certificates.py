"""Certificates: what is missing, the certificate itself, and the page that anyone may check."""

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from quizzes import certificates
from quizzes.errors import StudyError
from quizzes.forms import CertificateForm
from quizzes.models import Certificate, Document
from quizzes.views.access import LearnerRequest, signed_in
from quizzes.views.limits import Limit

WRONG_NUMBERS = Limit("certificate", misses=20, seconds=300)


@never_cache
@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def certificate(request: LearnerRequest, pk: int) -> HttpResponse:
    """What a learner lacks, then the form for their name, then their certificate."""
    document = get_object_or_404(Document.objects.defer("text"), pk=pk)
    form = CertificateForm(request.POST or None, initial={"name": request.user.get_full_name()})
    refused = ""
    if request.method == "POST" and form.is_valid():
        try:
            certificates.issue(request.user, document, form.cleaned_data["name"])
        except StudyError as error:
            refused = str(error)
        else:
            return redirect("certificate", pk)
    standing = certificates.standing(request.user, document)
    context = {"standing": standing, "form": form, "refused": refused}
    if standing.certificate and not standing.certificate.withdrawn_at:
        context |= printed(request, standing.certificate)
        return render(request, "certificates/certificate.html", context)
    status = 422 if form.errors or refused else 200
    return render(request, "certificates/standing.html", context, status=status)


@never_cache
@signed_in
@require_safe
def mine(request: LearnerRequest) -> HttpResponse:
    """The learner's certificates, each with its number as it is printed."""
    held = [(one, certificates.grouped(one.number)) for one in certificates.held(request.user)]
    return render(request, "certificates/mine.html", {"held": held})


def printed(request: HttpRequest, issued: Certificate) -> dict[str, object]:
    """What stands on the sheet beside the name: where it can be checked, also as a QR code."""
    number = certificates.grouped(issued.number)
    address = request.build_absolute_uri(reverse("certificate_check", args=[number]))
    return {"certificate": issued, "number": number, "address": address, "qr": qr(address)}


def qr(address: str) -> SafeString:
    """The address as an inline SVG without a style of its own."""
    code = segno.make(address, error="m", micro=False)
    svg: str = code.svg_inline(omitsize=True, svgclass="qr", lineclass=None)
    return mark_safe(svg)  # noqa: S308 (made of lines only)


@never_cache
@require_safe
def check(request: HttpRequest, number: str) -> HttpResponse:
    """Name, course, date, valid or withdrawn, and nothing more.

    Who asks for numbers that do not exist may do so a few times only.
    """
    if WRONG_NUMBERS.reached(request):
        response = render(request, "429.html", status=429)
    elif found := certificates.find(number):
        response = render(request, "certificates/check.html", {"certificate": found})
    else:
        WRONG_NUMBERS.miss(request)
        response = render(request, "certificates/unknown.html", status=404)
    response["X-Robots-Tag"] = "noindex"
    return response
