"""What can be searched: one row for each thing a search may find."""

from urllib.parse import urlencode

from django.db import models
from django.urls import reverse

from quizzes.models.bank import Fact, Question
from quizzes.models.content import Document, Lesson


class SearchEntry(models.Model):
    """A title, heading, sentence, term or stem, as it is read and as it is searched.

    `folded` is what queries are compared with, `tokens` what the database's own index is made of
    (see `search.folding`). `start` and `end` are offsets into the document's text; `position`
    orders entries as the text does.
    """

    class Kind(models.TextChoices):
        TITLE = "title"
        HEADING = "heading"
        SENTENCE = "sentence"
        TERM = "term"
        QUESTION = "question"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    document = models.ForeignKey(Document, models.CASCADE, related_name="search_entries")
    lesson = models.ForeignKey(Lesson, models.CASCADE, null=True, related_name="search_entries")
    fact = models.ForeignKey(Fact, models.CASCADE, null=True, related_name="search_entries")
    question = models.ForeignKey(Question, models.CASCADE, null=True, related_name="search_entries")
    position = models.PositiveIntegerField(default=0)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    text = models.TextField()
    folded = models.TextField()
    tokens = models.TextField()

    class Meta:
        ordering = ("document", "position", "pk")
        indexes = (models.Index(fields=("document", "kind")),)

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """Its place: the course, the lesson, the sentence in it; of a stem its question."""
        if self.kind == self.Kind.QUESTION and self.fact_id:
            return f"{reverse('fact', args=[self.fact_id])}?question={self.question_id}"
        if self.lesson_id is None:
            return reverse("course", args=[self.document_id])
        url = reverse("lesson", args=[self.lesson_id])
        if self.start is None or self.end is None:
            return url
        return f"{url}?{urlencode({'from': self.start, 'to': self.end})}#mark"
