using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Directory;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake.Papers;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Intake;
using Mabarra.CaseManager.Tests.Support;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Tests.Contacts;

/// <summary>The directory of channels (أ-١ … أ-٦, خ-٢), on both databases.</summary>
public abstract class ChannelSuite(TestDatabase database) : IntakeHouse(database)
{
    private Act Senior => By(StaffRole.SeniorManagement);

    private ChannelService Service => The<ChannelService>();

    [Fact]
    public async Task The_policys_channels_are_there_in_its_order_and_none_has_been_tried()
    {
        await The<ReferenceDataBoot>().EnsureAsync(Cancel);
        var rows = await AllAsync();
        Assert.Equal(Enum.GetValues<Channel>(), rows.Select(r => r.Channel));
        Assert.All(rows, r => Assert.True(r.IsUnverified));
        Assert.Equal("0555162333", rows.Single(r => r.Channel == Channel.Phone).Contact);
    }

    [Fact]
    public async Task A_channel_tried_today_is_flagged_again_after_ninety_days()
    {
        var phone = await OneAsync(Channel.Phone);
        await Service.VerifyAsync(By(StaffRole.LiaisonOfficer), phone.Id, phone.Version, Cancel);
        Clock.Advance(TimeSpan.FromDays(90));
        Assert.False((await OneAsync(Channel.Phone)).IsUnverified);
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await OneAsync(Channel.Phone)).IsUnverified);
    }

    /// <summary>خ-٢: fax number changed, saved: public page and papers show the new one.</summary>
    [Fact]
    public async Task A_new_fax_number_is_at_once_on_public_pages_and_the_next_paper_and_has_to_be_tried()
    {
        var fax = await OneAsync(Channel.Fax);
        await Service.SaveAsync(Senior, fax.Id, fax.Version, new ChannelForm { Contact = "011 234 5678" }, Cancel);
        fax = await OneAsync(Channel.Fax);
        await Service.VerifyAsync(Senior, fax.Id, fax.Version, Cancel);
        var request = await OpenRequestAsync();
        var before = await The<RequestPapers>().PrintAsync(By(StaffRole.FrontDesk), request, IssuedKind.RequirementsSheet, Cancel);

        fax = await OneAsync(Channel.Fax);
        await Service.SaveAsync(Senior, fax.Id, fax.Version, new ChannelForm { Contact = "0119876543" }, Cancel);

        Assert.Contains(("fax", "0119876543"), await The<IBrandName>().ContactsAsync(Cancel));
        var after = await The<RequestPapers>().PrintAsync(By(StaffRole.FrontDesk), request, IssuedKind.RequirementsSheet, Cancel);
        Assert.NotEqual(before, after);
        Assert.Equal("0119876543", (await ReadAsync(db => The<Association>().ReadAsync(db, Cancel))).Fax);
        Assert.Null((await OneAsync(Channel.Fax)).LastVerifiedOn);
    }

    [Fact]
    public async Task A_channel_in_use_needs_a_contact_that_can_be_one()
    {
        var fax = await OneAsync(Channel.Fax);
        await Refused.WithAsync("contacts.channel.contact", nameof(ChannelForm.Contact), () => SaveAsync(fax, new ChannelForm()));
        await Refused.WithAsync("kernel.phone.saudi", nameof(ChannelForm.Contact), () => SaveAsync(fax, new ChannelForm { Contact = "0655162333" }));
        await Refused.WithAsync("contacts.channel.owner", nameof(ChannelForm.OwnerId), () => SaveAsync(fax, new ChannelForm { Contact = "0119876543", OwnerId = Guid.NewGuid() }));
        await SaveAsync(fax, new ChannelForm { IsActive = false });
        var off = await OneAsync(Channel.Fax);
        Assert.False(off.IsUnverified);
        await Refused.WithAsync("contacts.channel.inactive", null, () => Service.VerifyAsync(Senior, off.Id, off.Version, Cancel));
        await Assert.ThrowsAsync<StaleRecord>(() => SaveAsync(fax, new ChannelForm { Contact = "0119876543" }));
    }

    [Fact]
    public async Task The_directory_is_senior_managements_to_change()
    {
        var phone = await OneAsync(Channel.Phone);
        await Assert.ThrowsAsync<AccessDenied>(() => Service.SaveAsync(By(StaffRole.LiaisonOfficer), phone.Id, phone.Version, new ChannelForm { Contact = "0555162333" }, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => Service.VerifyAsync(By(StaffRole.FrontDesk), phone.Id, phone.Version, Cancel));
    }

    private Task<IReadOnlyList<ChannelRow>> AllAsync() => The<ChannelQueries>().AllAsync(By(StaffRole.FrontDesk), Cancel);

    private async Task<ChannelRow> OneAsync(Channel channel) => (await The<ChannelQueries>().AllAsync(By(StaffRole.FrontDesk), Cancel)).Single(r => r.Channel == channel);

    private Task SaveAsync(ChannelRow row, ChannelForm form) => Service.SaveAsync(Senior, row.Id, row.Version, form, Cancel);
}

public sealed class ChannelTests() : ChannelSuite(TestDatabase.Sqlite());
