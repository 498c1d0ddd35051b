using Bunit;
using Mabarra.CaseManager.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Ui;

public sealed class PagedListTests : UiContext
{
    private readonly List<PageQuery> _asked = [];

    private NavigationManager Nav => Services.GetRequiredService<NavigationManager>();

    private Task<Page<string>> LoadAsync(PageQuery query, CancellationToken cancel)
    {
        _asked.Add(query);
        var page = query.Search == "لا شيء" ? new Page<string>([])
            : query.Cursor == "2" ? new Page<string>(["ج"], null, "1", 3) : new Page<string>(["أ", "ب"], "2", null, 3);
        return Task.FromResult(page);
    }

    private IRenderedComponent<PagedList<string>> List(string address = "requests")
    {
        Nav.NavigateTo(address);
        return Render<PagedList<string>>(p => p
            .Add(l => l.Load, LoadAsync)
            .Add(l => l.Caption, "الطلبات")
            .Add(l => l.RowHref, r => "/requests/" + r)
            .Add(l => l.Columns, b =>
            {
                b.OpenComponent<Column<string>>(0);
                b.AddComponentParameter(1, "Title", "الاسم");
                b.AddComponentParameter(2, "Primary", true);
                b.AddComponentParameter(3, "Sort", "name");
                b.AddComponentParameter(4, "ChildContent", (RenderFragment<string>)(row => c => c.AddContent(0, row)));
                b.CloseComponent();
            })
            .Add(l => l.Filters, b =>
            {
                b.OpenComponent<FilterSelect>(0);
                b.AddComponentParameter(1, "Name", "status");
                b.AddComponentParameter(2, "Label", "الحالة");
                b.AddComponentParameter(3, "Options", (IReadOnlyList<Choice<string>>)[new("open", "مفتوح")]);
                b.CloseComponent();
                b.OpenComponent<FilterDay>(4);
                b.AddComponentParameter(5, "Name", "day");
                b.AddComponentParameter(6, "Label", "اليوم");
                b.CloseComponent();
            }));
    }

    /// <summary>A browser's own date field would say mm/dd/yyyy in an Arabic page.</summary>
    [Fact]
    public async Task A_day_is_chosen_in_either_calendar_and_stands_in_the_address()
    {
        var list = List("requests?day=2026-11-22");
        Assert.Empty(list.FindAll("input[type=date]"));
        var day = list.FindComponent<HijriDatePicker>();
        Assert.Equal(["22", "11", "2026"], day.FindAll("select").Select(s => s.GetAttribute("value")));

        await day.FindAll("select")[0].ChangeAsync(new() { Value = "23" });
        Assert.Equal("?day=2026-11-23", new Uri(Nav.Uri).Query);
        await day.FindAll(".segmented button")[0].ClickAsync(new());
        Assert.Equal("1448", day.FindAll("select")[2].GetAttribute("value"));

        await day.FindAll("select")[0].ChangeAsync(new() { Value = "" });
        Assert.Equal("", new Uri(Nav.Uri).Query);
    }

    [Fact]
    public void A_table_with_caption_header_row_headers_and_links()
    {
        var list = List();

        Assert.Equal("الطلبات", list.Find("caption").TextContent);
        Assert.Equal(["أ", "ب"], list.FindAll("th[scope=row] a").Select(a => a.TextContent.Trim()));
        Assert.Equal("/requests/أ", list.Find("th[scope=row] a").GetAttribute("href"));
        Assert.Contains("3 سجلات", list.Find(".list-foot").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_page_stands_in_the_address_and_is_loaded()
    {
        var list = List();
        list.FindAll(".pager button")[^1].Click();

        Assert.EndsWith("requests?cursor=2", Nav.Uri, StringComparison.Ordinal);
        list.WaitForAssertion(() => Assert.Equal("ج", list.Find("th[scope=row] a").TextContent.Trim()));
        Assert.Equal("2", _asked[^1].Cursor);
    }

    [Fact]
    public void The_address_says_everything_at_the_start()
    {
        List("requests?q=نورة&status=open&sort=-name&cursor=2");

        var asked = Assert.Single(_asked);
        Assert.Equal(("نورة", "open", "-name", "2", 25), (asked.Search, asked.Filter("status"), asked.Sort, asked.Cursor, asked.Size));
    }

    [Fact]
    public void A_filter_goes_into_the_address_and_back_to_the_first_page()
    {
        var list = List("requests?cursor=2");
        list.Find(".list-filter select").Change("open");

        Assert.EndsWith("requests?status=open", Nav.Uri, StringComparison.Ordinal);
        Assert.Equal("open", _asked[^1].Filter("status"));
        Assert.Null(_asked[^1].Cursor);
    }

    [Fact]
    public void Clearing_leaves_what_is_not_the_lists()
    {
        var list = List("requests?tab=open&status=open&q=x");
        list.Find(".list-tools .btn").Click();

        Assert.EndsWith("requests?tab=open", Nav.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Sorting_turns_round_at_the_second_click()
    {
        var list = List();
        list.Find(".sort").Click();
        Assert.Equal("name", _asked[^1].Sort);
        list.WaitForAssertion(() => Assert.Equal("ascending", list.Find("th").GetAttribute("aria-sort")));
        list.Find(".sort").Click();
        Assert.Equal("-name", _asked[^1].Sort);
    }

    [Fact]
    public void Nothing_found_says_what_to_do()
    {
        var list = List("requests?q=لا شيء");

        Assert.Contains("أزل التصفية", list.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_query_offers_to_try_again()
    {
        var tries = 0;
        var list = Render<PagedList<string>>(p => p
            .Add(l => l.Load, (_, _) => ++tries == 1 ? Task.FromException<Page<string>>(new TimeoutException()) : Task.FromResult(new Page<string>(["أ"])))
            .Add(l => l.Caption, "الطلبات")
            .Add(l => l.Columns, _ => { }));
        list.Find(".banner button").Click();

        Assert.Equal(2, tries);
        list.WaitForAssertion(() => Assert.Single(list.FindAll("tbody tr")));
    }
}
