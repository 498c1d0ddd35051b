namespace Mabarra.CaseManager.Tests.Kernel;

/// <summary>A clause is found however its key is typed.</summary>
public sealed class ClauseKeyTests
{
    [Theory]
    [InlineData("ت-6", "ت-6")]
    [InlineData("ت-٦", "ت-6")]
    [InlineData("ت‑٦", "ت-6")]
    [InlineData(" ت ٦ ", "ت-6")]
    [InlineData("مسؤوليات-١", "مسؤوليات-1")]
    [InlineData("ت", "ت")]
    [InlineData("", null)]
    [InlineData("٦", null)]
    [InlineData("0123456789012345678901234567890123456789a1", null)]
    public void Parse_gives_the_stored_key_or_nothing(string typed, string? stored) => Assert.Equal(stored, ClauseKey.Parse(typed));

    [Fact]
    public void Address_is_percent_encoded_and_leads_back_to_the_key()
    {
        var address = ClauseKey.Href("ت-6");
        Assert.Equal("/policy/%D8%AA-%D9%A6", address);
        Assert.Equal("ت-6", ClauseKey.Parse(Uri.UnescapeDataString(address["/policy/".Length..])));
    }
}
