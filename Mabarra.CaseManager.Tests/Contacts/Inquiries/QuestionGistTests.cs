using Mabarra.CaseManager.Contacts.Inquiries;

namespace Mabarra.CaseManager.Tests.Contacts.Inquiries;

/// <summary>The same question in other words is one question; another is another.</summary>
public sealed class QuestionGistTests
{
    [Theory]
    [InlineData("هل تتكفل الجمعية برسوم الجامعة؟", "هل الجمعية تتكفل برسوم الجامعة")]
    [InlineData("ما هي شروط مساعدة الإيجار؟", "السلام عليكم، شروط مساعدة الايجار؟؟")]
    [InlineData("ما المستندات المطلوبة", "مستندات مطلوبة ؟")]
    public void Of_the_same_question_in_other_words_is_the_same(string one, string other) => Assert.Equal(QuestionGist.Of(one), QuestionGist.Of(other));

    [Fact]
    public void Of_another_question_is_another() => Assert.NotEqual(QuestionGist.Of("شروط مساعدة الإيجار"), QuestionGist.Of("شروط مساعدة العلاج"));

    [Fact]
    public void Of_anything_is_short()
    {
        Assert.True(QuestionGist.Of(new string('س', 5000)).Length <= QuestionGist.Longest);
        Assert.Equal("", QuestionGist.Of(" \u200F؟؟ !! "));
    }
}
