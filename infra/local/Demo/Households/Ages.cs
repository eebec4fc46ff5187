namespace Alleviation.Demo.Households;

public static class Ages
{
    public static int On(DateOnly day, DateOnly bornOn) => day.Year - bornOn.Year - (bornOn > day.AddYears(bornOn.Year - day.Year) ? 1 : 0);
}
