import { ApiExtraModels, ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsDateString, IsEnum, IsInt, IsNumber, IsObject, IsOptional, IsString, IsUrl, Length, Max, Min } from 'class-validator';

export enum ItemKind {
  Small = 'small',
  Large = 'large',
  Oversized = 'oversized',
}

export class NewItem {
  @ApiProperty({ minLength: 1, maxLength: 40 })
  @Length(1, 40)
  name!: string;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  note?: string | null;

  @ApiProperty({ enum: ItemKind, enumName: 'ItemKind' })
  @IsEnum(ItemKind)
  kind!: ItemKind;

  @ApiProperty()
  @IsNumber()
  price!: number;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1000 })
  @IsInt()
  @Min(0)
  @Max(1000)
  stock!: number;

  @ApiPropertyOptional({ type: Number, nullable: true })
  @IsOptional()
  @IsNumber()
  weight?: number | null;

  @ApiProperty({ format: 'date' })
  @IsDateString()
  made!: string;

  @ApiPropertyOptional({ type: String, format: 'uri', nullable: true })
  @IsOptional()
  @IsUrl()
  link?: string | null;

  @ApiProperty({ type: [String] })
  @IsArray()
  @IsString({ each: true })
  tags!: string[];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  @IsObject()
  shelves!: Record<string, number>;
}

export class Item extends NewItem {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer', format: 'int64' })
  views!: number;

  // A Date: the document says date-time by itself.
  @ApiProperty()
  seen!: Date;

  @ApiProperty({ type: Date, nullable: true })
  soldAt!: Date | null;
}

export class ItemChanges extends PartialType(PickType(NewItem, ['name', 'note', 'price', 'stock'] as const)) {
  @ApiPropertyOptional({ type: Date, nullable: true })
  @IsOptional()
  @IsDateString()
  soldAt?: string | null;
}

export class ItemQuery {
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @Type(() => String)
  tags?: string[];

  @ApiPropertyOptional({ enum: ItemKind, enumName: 'ItemKind', isArray: true })
  @IsOptional()
  kinds?: ItemKind[];

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDateString()
  madeAfter?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  maxPrice?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class Numbers {
  @ApiProperty({ type: 'integer', format: 'int32' })
  @IsInt()
  int!: number;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  long!: number;

  @ApiProperty({ format: 'float' })
  @IsNumber()
  single!: number;

  @ApiProperty()
  @IsNumber()
  double!: number;

  // What JavaScript has no number for is a text of digits.
  @ApiProperty({ type: String, format: 'int64' })
  @IsString()
  huge!: string;

  @ApiProperty({ type: 'integer', nullable: true })
  @IsOptional()
  @IsInt()
  maybe!: number | null;

  @ApiProperty({ type: 'array', items: { type: 'integer' } })
  @IsArray()
  several!: number[];
}

export class Shape {
  @ApiProperty()
  form!: string;

  @ApiProperty()
  label!: string;
}

export class Circle extends Shape {
  @ApiProperty()
  radius!: number;
}

export class Rectangle extends Shape {
  @ApiProperty({ type: 'integer' })
  width!: number;

  @ApiProperty({ type: 'integer' })
  height!: number;
}

export const anyShape = {
  oneOf: [{ $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Rectangle' }],
  discriminator: { propertyName: 'form', mapping: { circle: '#/components/schemas/Circle', rectangle: '#/components/schemas/Rectangle' } },
};

@ApiExtraModels(Circle, Rectangle)
export class Drawing {
  @ApiProperty(anyShape)
  shape!: Circle | Rectangle;

  @ApiProperty({ type: 'array', items: anyShape })
  others!: (Circle | Rectangle)[];
}

export class Photo {
  @ApiProperty()
  name!: string;

  @ApiProperty()
  contentType!: string;

  @ApiProperty({ type: 'integer' })
  length!: number;

  @ApiPropertyOptional({ type: String, nullable: true })
  title?: string | null;
}

export class NewPhotos {
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'binary' } })
  photos!: unknown[];

  @ApiPropertyOptional()
  title?: string;
}

export class Tick {
  @ApiProperty({ type: 'integer' })
  number!: number;

  @ApiProperty()
  text!: string;
}

export class Caller {
  @ApiProperty()
  name!: string;

  @ApiPropertyOptional({ type: String, nullable: true })
  email?: string | null;
}

/** What NestJS sends for an exception of its own. */
export class Problem {
  @ApiProperty({ type: 'integer' })
  statusCode!: number;

  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] })
  message!: string | string[];

  @ApiPropertyOptional()
  error?: string;
}
