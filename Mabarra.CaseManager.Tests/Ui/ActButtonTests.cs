using Bunit;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Tests.Ui;

public sealed class ActButtonTests : UiContext
{
    [Fact]
    public async Task Double_click_runs_once()
    {
        var done = new TaskCompletionSource();
        var runs = 0;
        var button = Render<ActButton>(p => p
            .Add(b => b.OnAct, () =>
            {
                runs++;
                return done.Task;
            })
            .AddChildContent("حفظ"));

        var first = button.Find("button").ClickAsync(new());
        var second = button.Find("button").ClickAsync(new());
        Assert.True(button.Find("button").HasAttribute("disabled"));
        done.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(1, runs);
        button.WaitForAssertion(() => Assert.False(button.Find("button").HasAttribute("disabled")));
    }

    [Fact]
    public async Task A_failed_act_frees_the_button()
    {
        var runs = 0;
        var button = Render<ActButton>(p => p.Add(b => b.OnAct, () => ++runs == 1 ? Task.FromException(new InvalidOperationException()) : Task.CompletedTask));

        await Assert.ThrowsAsync<InvalidOperationException>(() => button.Find("button").ClickAsync(new()));
        await button.Find("button").ClickAsync(new());

        Assert.Equal(2, runs);
    }
}
