using Mabarra.CaseManager.Contacts.Directory;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Contacts.Pages;

/// <summary>The directory of channels: its cards, and the form beside them for who may change it.</summary>
public sealed partial class ChannelsPage
{
    private readonly FormErrors _errors = new();
    private readonly FormErrors _volunteerErrors = new();
    private IReadOnlyList<ChannelRow>? _rows;
    private IReadOnlyList<Choice<Guid?>> _owners = [];
    private ChannelRow? _editing;
    private ChannelForm _form = new();
    private string? _volunteers;
    private string? _said;
    private bool _stale;
    private bool _mayEdit;
    private bool _mayVerify;

    protected override async Task OnInitializedAsync()
    {
        Watch(typeof(ContactChannel), typeof(Setting));
        var act = await Actor.ActAsync();
        (_mayEdit, _mayVerify) = (act.Actor.May(ContactsModule.ChannelsPermission), act.Actor.May(ContactsModule.VerifyPermission));
        if (_mayEdit)
            _owners = [.. (await Channels.OwnersAsync(act, Left)).Select(o => new Choice<Guid?>(o.Id, o.Name))];
        _volunteers = string.Join('\n', await Volunteers.ListedAsync(act, Left));
        await LoadAsync();
    }

    protected override async Task LoadAsync() => _rows = await Channels.AllAsync(await Actor.ActAsync(), Left);

    private void Edit(ChannelRow row)
    {
        (_editing, _said) = (row, null);
        _form = new ChannelForm { IsActive = row.IsActive, OwnerId = row.OwnerId, Contact = row.Contact };
    }

    private async Task SaveAsync()
    {
        var row = _editing!;
        if (await RunAsync(act => Service.SaveAsync(act, row.Id, row.Version, _form)))
            _editing = null;
    }

    private async Task SaveVolunteersAsync()
    {
        if (!await _volunteerErrors.TryAsync(async () => await Signed.SaveAsync(await Actor.ActAsync(), _volunteers)))
            return;
        _volunteers = string.Join('\n', await Volunteers.ListedAsync(await Actor.ActAsync(), Left));
        (_said, _stale) = (T["notice.saved"], false);
    }

    private Task<bool> VerifyAsync(ChannelRow row) => RunAsync(act => Service.VerifyAsync(act, row.Id, row.Version));

    private async Task<bool> RunAsync(Func<Act, Task> act)
    {
        _said = null;
        try
        {
            if (!await _errors.TryAsync(async () => await act(await Actor.ActAsync())))
                return false;
            (_said, _stale) = (T["notice.saved"], false);
        }
        catch (StaleRecord)
        {
            (_said, _stale) = (T["notice.stale"], true);
        }

        await LoadAsync();
        return !_stale;
    }

    protected override bool IsRead => _rows is not null;
}
