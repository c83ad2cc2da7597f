"""Importing a document: a file, what it would change, and the instructor's word."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from quizzes import importing
from quizzes.admin.base import ModelAdmin, signed_in
from quizzes.admin.upload_form import UploadForm
from quizzes.importing import Plan
from quizzes.models import Upload
from quizzes.text.errors import UnreadableFileError


class UploadPages:
    """The two pages of an import, among the pages of a document's admin."""

    def __init__(self, admin: ModelAdmin) -> None:
        self.admin = admin

    def upload(self, request: HttpRequest) -> HttpResponse:
        self._refuse_strangers(request)
        form = UploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            return redirect("admin:quizzes_document_import", form.save(signed_in(request)).pk)
        status = 422 if form.errors else 200
        return self._page(request, "upload", _("导入文档"), {"form": form}, status=status)

    def review(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The dry run; its button carries it out."""
        self._refuse_strangers(request)
        uploads = Upload.objects.select_related("revises").defer("revises__text")
        upload = uploads.filter(pk=pk, uploaded_by=signed_in(request)).first()
        if upload is None:
            messages.warning(request, _("这份文件已经导入或取消。要再导入，请重新上传。"))
            return redirect("admin:quizzes_document_changelist")
        if "cancel" in request.POST:
            upload.delete()
            messages.info(request, _("已取消，什么也没有改变。"))
            return redirect("admin:quizzes_document_changelist")
        try:
            plan = planned(upload)
        except UnreadableFileError as error:
            upload.delete()
            messages.error(request, importing.reading_error(error))
            return redirect("admin:quizzes_document_add")
        if request.method == "POST":
            return self._carry_out(request, upload, plan)
        context = {"plan": plan, "upload": upload, "samples": plan.samples()}
        return self._page(request, "review", _("导入前看一看"), context)

    def _carry_out(self, request: HttpRequest, upload: Upload, plan: Plan) -> HttpResponse:
        document = importing.carry_out(plan)
        upload.delete()
        if plan.outcome == "new":
            self.admin.log_addition(request, document, _("导入 %(name)s") % {"name": upload.name})
        elif plan.outcome == "revised":
            self.admin.log_change(request, document, _("导入 %(name)s") % {"name": upload.name})
        messages.success(request, result(plan))
        return redirect("admin:quizzes_document_change", document.pk)

    def _refuse_strangers(self, request: HttpRequest) -> None:
        if not self.admin.has_add_permission(request):
            raise PermissionDenied

    def _page(
        self,
        request: HttpRequest,
        template: str,
        title: str,
        context: dict[str, Any],
        *,
        status: int = 200,
    ) -> HttpResponse:
        shared = self.admin.admin_site.each_context(request)
        context = {**shared, "opts": self.admin.opts, "title": title, **context}
        name = f"admin/quizzes/document/{template}.html"
        return TemplateResponse(request, name, context, status=status)


def planned(upload: Upload) -> Plan:
    return importing.plan(
        upload.name,
        bytes(upload.data),
        title=upload.title or None,
        byline=upload.byline or None,
        revises=upload.revises,
        as_new=upload.as_new,
    )


def result(plan: Plan) -> str:
    """What was done, in one sentence."""
    if plan.outcome == "unchanged":
        return _("《%(title)s》已是最新，没有变化。") % {"title": plan.title}
    counts = {
        "title": plan.title,
        "facts": plan.facts,
        "published": plan.published,
        "drafts": plan.drafts,
    }
    done = _(
        "已导入《%(title)s》：知识点 %(facts)d 个，发布题目 %(published)d 道，草稿 %(drafts)d 道。"
    )
    return done % counts
