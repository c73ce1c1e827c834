namespace OgGen.Load;

/// <content>What an answer means for the books, and whether it can be.</content>
public sealed partial class MixedCaller
{
    private void Read(LedgerItem item, Outcome outcome, string? value)
    {
        if (outcome == Outcome.Done)
        {
            if (!item.Values.Contains(value!))
            {
                Ledger.Violation($"{item} has '{value}', not {string.Join(" or ", item.Values)}");
            }

            item.Seen(value);
        }
        else if (outcome == Outcome.Missing)
        {
            Missing(item);
        }
    }

    private void Change(LedgerItem item, Outcome outcome, Func<string, string> change)
    {
        item.Changed(outcome, change);
        if (outcome == Outcome.Missing)
        {
            Missing(item);
        }
    }

    private void Delete(LedgerItem item, Outcome outcome)
    {
        if (outcome == Outcome.Missing)
        {
            Missing(item);
        }

        item.Deleted(outcome);
    }

    private void Missing(LedgerItem item)
    {
        if (item.Presence == Presence.Yes)
        {
            Ledger.Violation($"{item} was answered with 404");
        }

        item.Missed();
    }

    /// <summary>A list shows this caller's objects as they are: nobody else touches them, and this caller waits for the list.</summary>
    private void Compare(Kind kind, IEnumerable<(string Name, string? Id)> rows)
    {
        ILookup<string, string?> byName = rows.ToLookup(static row => row.Name, static row => row.Id);
        foreach (LedgerItem item in Ledger.Items.Where(item => item.Kind == kind))
        {
            int count = byName[item.Name].Count();
            if (count > 1 || (count == 1 && item.Presence == Presence.No) || (count == 0 && item.Presence == Presence.Yes))
            {
                Ledger.Violation($"{item} is in the list {count} times; believed in: {item.Presence}");
            }

            if (count > 0)
            {
                item.Id = byName[item.Name].First();
                item.Seen();
            }
            else
            {
                item.Missed();
            }
        }
    }
}
