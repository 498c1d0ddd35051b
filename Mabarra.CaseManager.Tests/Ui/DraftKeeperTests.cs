using Bunit;
using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Ui;

public sealed class DraftKeeperTests : UiContext
{
    private sealed class Visit
    {
        public string? Question { get; set; }
    }

    private readonly Visit _form = new();
    private Visit? _restored;

    private IDrafts Drafts => Services.GetRequiredService<IDrafts>();

    private IRenderedComponent<DraftKeeper<Visit>> Keeper() => Render<DraftKeeper<Visit>>(p => p
        .Add(k => k.FormKey, "visit/new")
        .Add(k => k.Form, _form)
        .Add(k => k.Restored, f => _restored = f));

    private void Type(IRenderedComponent<DraftKeeper<Visit>> keeper, string text)
    {
        _form.Question = text;
        keeper.Render(p => p.Add(k => k.Form, _form));
    }

    [Fact]
    public async Task Saves_half_a_second_after_the_last_change_and_not_before()
    {
        var keeper = Keeper();
        Type(keeper, "سؤال");
        Clock.Advance(TimeSpan.FromMilliseconds(300));
        Type(keeper, "سؤال عن الإيجار");
        Clock.Advance(TimeSpan.FromMilliseconds(499));
        Assert.Null(await Drafts.LoadAsync("visit/new"));

        Clock.Advance(TimeSpan.FromMilliseconds(1));
        var json = await Drafts.LoadAsync("visit/new");
        Assert.Equal("سؤال عن الإيجار", System.Text.Json.JsonSerializer.Deserialize<Visit>(json!)!.Question);
    }

    [Fact]
    public async Task An_untouched_form_leaves_no_draft()
    {
        var keeper = Keeper();
        keeper.Render(p => p.Add(k => k.Form, _form));
        Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Null(await Drafts.LoadAsync("visit/new"));
    }

    [Fact]
    public async Task Offers_back_what_an_earlier_circuit_left()
    {
        await Drafts.SaveAsync("visit/new", """{"Question":"فاتورة"}""");
        var keeper = Keeper();
        Assert.Contains("وجدنا ما كتبته قبل انقطاع الاتصال", keeper.Markup, StringComparison.Ordinal);
        await keeper.Find(".btn-primary").ClickAsync(new());

        Assert.Equal("فاتورة", _restored?.Question);
        Assert.Empty(keeper.FindAll(".banner"));
    }

    [Fact]
    public async Task Brings_back_by_itself_where_the_form_stands_in_a_visit_and_lets_go_when_told()
    {
        await Drafts.SaveAsync("visit/new", """{"Question":"فاتورة"}""");
        var keeper = Render<DraftKeeper<Visit>>(p => p
            .Add(k => k.FormKey, "visit/new").Add(k => k.Form, _form).Add(k => k.Auto, true).Add(k => k.Restored, f => _restored = f));
        Assert.Equal("فاتورة", _restored?.Question);
        Assert.Contains("أعدنا ما كتبته قبل الانقطاع", keeper.Markup, StringComparison.Ordinal);

        await keeper.Find(".btn-quiet").ClickAsync(new());
        Assert.Null(_restored?.Question);
        Assert.Null(await Drafts.LoadAsync("visit/new"));
        Assert.Empty(keeper.FindAll(".banner"));
    }

    [Fact]
    public async Task Knows_which_forms_have_something_kept()
    {
        await Drafts.SaveAsync("request/1/item/7", "{}");
        await Drafts.SaveAsync("request/2/item/8", "{}");
        Assert.Equal(["request/1/item/7"], await Drafts.KeysAsync("request/1/item/"));
    }

    [Fact]
    public async Task Discarding_forgets_it()
    {
        await Drafts.SaveAsync("visit/new", """{"Question":"فاتورة"}""");
        var keeper = Keeper();
        await keeper.Find(".btn-quiet").ClickAsync(new());

        Assert.Null(await Drafts.LoadAsync("visit/new"));
        Assert.Null(_restored);
    }

    [Fact]
    public async Task A_draft_of_an_older_form_is_not_offered()
    {
        await Drafts.SaveAsync("visit/new", "not json");

        Assert.Empty(Keeper().FindAll(".banner"));
    }

    [Fact]
    public async Task Saving_the_form_clears_the_draft_and_a_waiting_save()
    {
        var keeper = Keeper();
        Type(keeper, "سؤال");
        await keeper.InvokeAsync(() => keeper.Instance.ClearAsync());
        Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Null(await Drafts.LoadAsync("visit/new"));
    }

    [Fact]
    public async Task The_empty_form_that_follows_a_saved_one_is_no_draft()
    {
        var keeper = Keeper();
        Type(keeper, "سؤال");
        Clock.Advance(DraftKeeper<Visit>.Pause);
        var next = new Visit();
        await keeper.InvokeAsync(() => keeper.Instance.ClearAsync(next));
        keeper.Render(p => p.Add(k => k.Form, next));
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await Drafts.LoadAsync("visit/new"));

        next.Question = "سؤال ثانٍ";
        keeper.Render(p => p.Add(k => k.Form, next));
        Clock.Advance(DraftKeeper<Visit>.Pause);
        Assert.NotNull(await Drafts.LoadAsync("visit/new"));
    }

    [Fact]
    public async Task Leaving_the_page_keeps_what_was_just_typed()
    {
        var keeper = Keeper();
        Type(keeper, "سؤال");
        await DisposeComponentsAsync();

        Assert.NotNull(await Drafts.LoadAsync("visit/new"));
    }
}
