namespace Mabarra.CaseManager.Documents.Pdf.Layout;

internal sealed record PlacedSlab(Slab Slab, float Top);

/// <summary>Fills pages with slabs from top to bottom, keeping together what must stay together.</summary>
internal sealed class Pagination
{
    private readonly List<List<PlacedSlab>> _pages = [[]];
    private readonly float _firstTop;
    private readonly float _nextTop;
    private readonly float _bottom;
    private float _y;

    private Pagination(float firstTop, float nextTop, float bottom)
    {
        (_firstTop, _nextTop, _bottom) = (firstTop, nextTop, bottom);
        _y = firstTop;
    }

    private List<PlacedSlab> Page => _pages[^1];

    public static IReadOnlyList<IReadOnlyList<PlacedSlab>> Fill(IReadOnlyList<Slab> slabs, float firstTop, float nextTop, float bottom)
    {
        var pagination = new Pagination(firstTop, nextTop, bottom);
        for (var i = 0; i < slabs.Count;)
        {
            var end = i;
            while (end < slabs.Count - 1 && slabs[end].KeepWithNext)
                end++;
            pagination.Add(slabs, i, end);
            i = end + 1;
        }
        return pagination._pages;
    }

    private void Add(IReadOnlyList<Slab> slabs, int first, int last)
    {
        var height = slabs[first].Height;
        for (var i = first + 1; i <= last; i++)
            height += slabs[i].Gap + slabs[i].Height;
        var gap = Page.Count == 0 ? 0 : slabs[first].Gap;
        // A chain higher than a page cannot be kept together; its slabs then go one by one.
        if (Page.Count > 0 && _y + gap + height > _bottom && height <= _bottom - _nextTop)
            NewPage();
        for (var i = first; i <= last; i++)
            Place(slabs[i]);
    }

    private void Place(Slab slab)
    {
        if (slab.IsPageBreak)
        {
            if (Page.Count > 0)
                NewPage();
            return;
        }
        if (Page.Count > 0 && _y + slab.Gap + slab.Height > _bottom)
            NewPage();
        if (Page.Count == 0 && slab.RunningHead is { } head)
            Put(head);
        Put(slab);
    }

    private void Put(Slab slab)
    {
        if (Page.Count > 0)
            _y += slab.Gap;
        Page.Add(new PlacedSlab(slab, _y));
        _y += slab.Height;
    }

    private void NewPage()
    {
        _pages.Add([]);
        _y = _nextTop;
    }
}
